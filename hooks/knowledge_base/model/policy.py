"""What a browser may load and do on the site: one policy in every page, one set of headers.

It follows from the list of scripts in `scripts.py` and not from what a page happens to hold:
nothing evaluated, nothing from another host, no script inside a page but a listed one, no style
inside it but the one that the build has put there (decision 9), each by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from knowledge_base.model.editor import HOST

_RULES = (
    "default-src 'none'",
    "script-src 'self'{scripts}",
    "style-src 'self'{styles}",  # what a search finds has a sheet of its own
    "img-src 'self' data:",  # the theme's marks are drawn in its sheet
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def policy(styles: Iterable[str], scripts: Iterable[str] = ()) -> str:
    """The policy of a page with these texts as its styles, and these listed scripts inside it."""
    return "; ".join(_RULES).format(
        styles="".join(f" {fingerprint(text)}" for text in styles),
        scripts="".join(f" {fingerprint(text)}" for text in scripts),
    )


def editor_policy(imports: str) -> str:
    """Of the browser editor alone: its own files and styles, the one host that keeps the files."""
    return (
        f"default-src 'none'; script-src 'self' {fingerprint(imports)}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        f"connect-src 'self' blob: data: {HOST}; form-action 'none'; base-uri 'none'"
    )


def fingerprint(text: str) -> str:
    """The hash by which a policy names a text (CSP Level 3, hash-source)."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


# What only a server can say; two years of HTTPS, no frame, no feature of the device.
HEADERS = {
    # Beside each page's own, which names its style; a browser holds to both.
    "Content-Security-Policy": (
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "upgrade-insecure-requests"
    ),
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation",
            "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb",
        )
    ),
}  # fmt: skip


def netlify() -> str:
    """The file `_headers` that Netlify and hosts like it read."""
    rows = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    return f"/*\n{rows}"


def nginx() -> str:
    """Lines for a `server` block of nginx."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
