"""Where a test's own server may listen."""

import socket


def free_port() -> int:
    """One of this machine's that nobody listens on now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
