"""How each kind of link and finding looks: colour, dashes and tip all differ, so that nobody has to rely on colour.

The colours are those of Okabe and Ito (2008), which people with any kind of colour vision can distinguish; purple is
darker than theirs, to stand out from white at 3 to 1.
"""

from collections.abc import Mapping

import attrs

from mentorkit.programme.network import LinkKind


@attrs.frozen
class Stroke:
    """How the line of a kind of link looks.

    Attributes:
        colour: of line and tip.
        width: in pixels.
        dashes: lengths of line and gap in pixels; empty for a whole line.
        tip: the outline of the tip, which points to the right and ends at 0, 0.
        hollow: whether the tip is an outline only.
    """

    colour: str
    width: float
    dashes: str
    tip: str
    hollow: bool = False


STROKES: Mapping[LinkKind, Stroke] = {
    "supports": Stroke("#009E73", 2.2, "", "M-5 0m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z"),
    "supervises": Stroke("#000000", 1.6, "9 4", "M0 0L-10 5V-5Z", hollow=True),
    "refers": Stroke("#0072B2", 2, "", "M0 0L-10 5V-5Z"),
    "escalates": Stroke("#D55E00", 3, "", "M0 0L-7 5.5V-5.5ZM-6 0L-13 5.5V-5.5Z"),
    "informs": Stroke("#A8588A", 2, "2 4", "M-8 -5L0 0L-8 5", hollow=True),
    "hosts": Stroke("#6B6B6B", 1.8, "9 3 2 3", "M0 -4.5H-9V4.5H0Z"),
}

SIGNS: Mapping[str, tuple[str, str]] = {
    "error": ("M3.5 0H8.5L12 3.5V8.5L8.5 12H3.5L0 8.5V3.5Z", "#B3261E"),
    "warning": ("M6 0.5L12 11.5H0Z", "#E69F00"),
    "advice": ("M6 0.5A5.5 5.5 0 1 0 6 11.5A5.5 5.5 0 1 0 6 0.5Z", "#FFFFFF"),
}
"""The outline in a square of 12 pixels, and the filling, of the sign of a finding by severity."""

FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"

PICTURE_CSS = "\n".join(
    [
        f".picture{{font-family:{FONT};font-size:12px;fill:#1F2328;background:#FFFFFF}}",
        ".picture .paper{fill:#FFFFFF}",
        ".picture .band{fill:#F3F5F7}",
        ".picture .title{font-size:22px;font-weight:bold}",
        ".picture .about{font-size:13px;fill:#4A5058}",
        ".picture .heading{font-size:15px;font-weight:bold;fill:#33393F}",
        ".picture .card rect{fill:#FFFFFF;stroke:#7A828B;stroke-width:1.2}",
        ".picture .card.away rect{stroke-dasharray:4 3}",
        ".picture .name{font-size:14px;font-weight:bold}",
        ".picture .fact{fill:#4A5058}",
        ".picture .meets{fill:#1F2328}",
        ".picture .status,.picture .number{font-weight:bold}",
        ".picture .line{fill:none}",
        ".picture .label.sample rect{stroke:#1F2328}",
        ".picture .label rect{fill:#FFFFFF;stroke-width:1.2}",
        ".picture .sign path{stroke:#1F2328;stroke-width:1}",
        *(
            f".picture .{kind} .line,.picture .{kind} .tip,.picture .{kind} .label rect{{stroke:{stroke.colour}}}"
            f".picture .{kind} .line{{stroke-width:{stroke.width}"
            f"{f';stroke-dasharray:{stroke.dashes}' if stroke.dashes else ''}}}"
            f".picture .{kind} .tip{{fill:{'#FFFFFF' if stroke.hollow else stroke.colour};stroke-width:1.4;"
            "stroke-linejoin:round}"
            for kind, stroke in STROKES.items()
        ),
        "@media print{.picture{print-color-adjust:exact;-webkit-print-color-adjust:exact}}",
    ]
)
"""The style of every picture: dark on white, on screen and on paper."""
