"""Texts that a spreadsheet would take for a formula, a link or a number if it were let."""

PAYLOADS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "==1+1"),
    *("=cmd|'/c calc'!A1", '=DDE("cmd";"/c calc";"x")', "@SUM(1+1)*cmd|'/c calc'!A1"),
    *('=HYPERLINK("http://192.0.2.1","x")', "http://192.0.2.1", "mailto:a@example.org"),
    *("＝1+1", "＋1+1", "－1+1", "＠SUM(A1)", "{=1+1}", "'=1+1", '"=1+1"', "=A1&B1", "internal:A1"),
    *('=WEBSERVICE("http://192.0.2.1")', "=IMPORTXML(A1)", "=1+1;=2+2", "%0A=1+1", "=\u200b1"),
    *("file:///etc/hostname", "external:a.xlsx", "\ufeff=1+1", "0x41", "1E+17", "007"),
)
