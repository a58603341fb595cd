"""The colours of the pages, as tables: light and dark, verdicts, stances.

"Supported" is never red and "refuted" never green; a test holds that, and that every text
stands on its ground with at least the 4.5:1 contrast that WCAG 2.2 (1.4.3) asks for.
"""

from __future__ import annotations

from collections.abc import Mapping

# name: (text, ground, edge), each as #rrggbb
Inks = Mapping[str, tuple[str, str, str]]

LIGHT: Inks = {
    "page": ("#1c2330", "#f7f5f0", "#ddd8cc"),
    "card": ("#1c2330", "#ffffff", "#e3dfd5"),
    "soft": ("#566072", "#ffffff", "#e3dfd5"),
    "brand": ("#ffffff", "#0d5c6b", "#0a4854"),
    "link": ("#0b5a69", "#ffffff", "#0b5a69"),
    "mark": ("#1c2330", "#fff0b3", "#e0b100"),
    "supported": ("#0f5c37", "#e2f4e9", "#2f8f5f"),
    "refuted": ("#9a1b18", "#fdeae8", "#d1544e"),
    "conflicting": ("#734600", "#fdf0d3", "#c98a1b"),
    "not_enough_evidence": ("#3f4a61", "#e9edf4", "#8391ab"),
    "unjudged": ("#563684", "#f2ecfb", "#9b7cc9"),
}

DARK: Inks = {
    "page": ("#e9edf3", "#10151c", "#2b3442"),
    "card": ("#e9edf3", "#18202a", "#2d3745"),
    "soft": ("#a7b2c4", "#18202a", "#2d3745"),
    "brand": ("#ffffff", "#12697a", "#1d8397"),
    "link": ("#7fd3e2", "#18202a", "#7fd3e2"),
    "mark": ("#fff6d6", "#5a4a10", "#c9a227"),
    "supported": ("#86e0ab", "#12331f", "#2f8f5f"),
    "refuted": ("#ffa69f", "#3e1715", "#c9544e"),
    "conflicting": ("#f5c76b", "#38290a", "#b98420"),
    "not_enough_evidence": ("#bcc7db", "#252e3c", "#66758f"),
    "unjudged": ("#cbb5f2", "#2b2140", "#8a6cc0"),
}

STANCE_INK = {"supports": "supported", "refutes": "refuted", "silent": "not_enough_evidence"}
"""Which ink a stance is shown in."""


def variables(inks: Inks) -> str:
    """`inks` as CSS custom properties: `--x-NAME`, `--x-NAME-bg`, `--x-NAME-edge`."""
    return "".join(
        f"--x-{name}:{text};--x-{name}-bg:{ground};--x-{name}-edge:{edge};"
        for name, (text, ground, edge) in inks.items()
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two #rrggbb colours, 1..21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #rrggbb, 0..255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    parts = [c / 255 for c in channels(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
