"""A costly link and a cheap phone: 400 kbit/s, 400 ms, a processor four times slower."""

from __future__ import annotations

from typing import Any

LINK = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


def slow_down(session: Any) -> None:
    """Puts a page behind the link and on the phone, through its DevTools session."""
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
