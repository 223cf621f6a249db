"""Other ways to make a PDF, each in a process of its own that stays warm.

Run by the Python that has them (see requirements/bench.in); it knows nothing of this project.
``python other_makers.py typst|typst-a3b|fpdf2|weasyprint SERIF.ttf BOLD.ttf`` takes a paper as a
line of JSON on its standard input and answers each with the milliseconds it took and the bytes.
"""

import json
import sys
from html import escape
from pathlib import Path
from time import perf_counter

TYPST = """
#set page(paper: "a4", margin: 28mm)
#set text(font: "Noto Serif SC", size: 14pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 11pt, first-line-indent: (amount: 2em, all: true))
#let paper = json(bytes(sys.inputs.paper))
#let bold(it) = text(font: "Noto Sans SC", weight: "bold", it)
#align(center, bold(text(size: 22pt, paper.title)))
#align(right, paper.number)
#table(
  columns: (auto, 1fr),
  ..paper.rows.map(row => (bold(row.at(0)), row.at(1))).flatten(),
)
#for part in paper.parts [
  #par(first-line-indent: 0pt, bold(part.at(0)))
  #for said in part.at(1) { par(said) }
]
"""


def typst_maker(serif, bold, standard=None):
    import typst

    fonts = typst.Fonts(False, False, [str(Path(serif).parent)])
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)

    def make(paper):
        inputs = {"paper": json.dumps(paper, ensure_ascii=False)}
        return compiler.compile(TYPST.encode(), sys_inputs=inputs, pdf_standards=standard or [])

    return make


def fpdf2_maker(serif, bold):
    from fpdf import FPDF

    def make(paper):
        pdf = FPDF(format="A4")
        pdf.set_margin(28)
        pdf.add_font("serif", "", serif)
        pdf.add_font("bold", "", bold)
        pdf.add_page()
        pdf.set_font("bold", size=22)
        pdf.multi_cell(0, 12, paper["title"], align="C", new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("serif", size=14)
        pdf.multi_cell(0, 8, paper["number"], align="R", new_x="LMARGIN", new_y="NEXT")
        with pdf.table(col_widths=(30, 124), first_row_as_headings=False) as table:
            for label, value in paper["rows"]:
                row = table.row()
                pdf.set_font("bold", size=14)
                row.cell(label)
                pdf.set_font("serif", size=14)
                row.cell(value)
        for heading, said in paper["parts"]:
            pdf.set_font("bold", size=14)
            pdf.multi_cell(0, 8, heading, new_x="LMARGIN", new_y="NEXT")
            pdf.set_font("serif", size=14)
            for one in said:
                pdf.multi_cell(0, 8, "　　" + one, new_x="LMARGIN", new_y="NEXT")
        return bytes(pdf.output())

    return make


def weasyprint_maker(serif, bold):
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    style = CSS(
        string=f"""
        @font-face {{ font-family: s; src: url('{Path(serif).as_uri()}') }}
        @font-face {{ font-family: b; src: url('{Path(bold).as_uri()}') }}
        @page {{ size: A4; margin: 28mm }}
        body {{ font: 14pt/1.8 s; text-align: justify }} h1, h2, th {{ font-family: b }}
        h1 {{ font-size: 22pt; text-align: center }} h2 {{ font-size: 14pt; margin: 0 }}
        p {{ margin: 0; text-indent: 2em }} .no {{ text-align: right }}
        table {{ border-collapse: collapse; width: 100% }} td, th {{ border: 0.5pt solid }}
        """,
        font_config=fonts,
    )

    def make(paper):
        rows = "".join(
            f"<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>"
            for label, value in paper["rows"]
        )
        parts = "".join(
            f"<h2>{escape(heading)}</h2>" + "".join(f"<p>{escape(one)}</p>" for one in said)
            for heading, said in paper["parts"]
        )
        title, number = escape(paper["title"]), escape(paper["number"])
        page = f"<h1>{title}</h1><p class=no>{number}</p><table>{rows}</table>{parts}"
        return HTML(string=page).write_pdf(stylesheets=[style], font_config=fonts)

    return make


def main(which, serif, bold):
    makers = {
        "typst": typst_maker,
        "typst-a3b": lambda *fonts: typst_maker(*fonts, standard="a-3b"),
        "fpdf2": fpdf2_maker,
        "weasyprint": weasyprint_maker,
    }
    make = makers[which](serif, bold)
    for line in sys.stdin:
        paper = json.loads(line)
        start = perf_counter()
        pdf = make(paper)
        took = (perf_counter() - start) * 1000
        if len(sys.argv) > 4:
            Path(sys.argv[4]).write_bytes(pdf)
        sys.stdout.write(json.dumps({"ms": took, "bytes": len(pdf)}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:4])
