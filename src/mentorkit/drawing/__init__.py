"""Pictures and tables of the referral and support network.

From the network to the picture, in this order: `scene` (what is shown), `columns` (who stands where), `cards` (what
stands in a box), `layout` (coordinates), `svg` with `legend` and `style`; `page` with `tables` makes the web page
around it, `diagram_code` the text forms that other tools draw.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, get_args

from mentorkit.core.finding import Finding
from mentorkit.network import Network

Form = Literal["svg", "html", "mmd", "dot", "graphml", "json"]
FORMS: tuple[Form, ...] = get_args(Form)
"""What a network can be drawn as; each is also the suffix of such a file."""


def draw(
    network: Network,
    findings: Sequence[Finding],
    form: Form,
    *,
    title: str,
    on: date,
    words: Mapping[str, str] | None = None,
    with_confidential: bool = False,
) -> str:
    """Draws a network.

    Contact routes are shown in HTML and JSON only. Of members whose details are confidential, what tells how or where
    to find them is left out of every form; those that would tell it say so.

    Args:
        network: the network.
        findings: what is said about the design; those about the network are marked on the members and links they are
            about, others are passed over.
        form: one of `FORMS`.
        title: what the network is called, such as the programme's name.
        on: the date of the picture, which it states.
        words: what mentors and mentees are called here, such as a rulebook's.
        with_confidential: keeps what is confidential.

    Returns:
        The text of a file of that form; the same whatever the order in which the network's file is written.
    """
    from mentorkit.drawing.scene import Scene, without_whereabouts

    confidential = frozenset[str]()
    if not with_confidential:
        network, findings, confidential = without_whereabouts(network, findings)
    scene = Scene(network, findings, title, words)
    if form == "svg":
        from mentorkit.drawing.svg import svg

        return svg(scene, scene.about(on)) + "\n"
    if form == "html":
        from mentorkit.drawing.page import page

        return page(scene, scene.about(on), confidential)
    if form in ("mmd", "dot"):
        from mentorkit.drawing import diagram_code

        return diagram_code.mermaid(scene) if form == "mmd" else diagram_code.dot(scene)
    from mentorkit.drawing import export

    write = export.graphml if form == "graphml" else export.node_link
    return write(scene, on, confidential)
