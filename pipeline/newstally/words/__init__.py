"""What words mean, for several rooms: numbers, dates, offices, countries, figures, and walks over the parse. Pure."""
