"""The port that the portal listens on."""

import socket

from machine.refusal import Refusal

HOST = "127.0.0.1"
# Below, only root may listen, and the portal does not run as root.
FIRST_OF_ALL = 1024
# From here on, systems lend ports to clients: a server would collide with them.
FIRST_OF_CLIENTS = 32768


def is_free(port: int) -> bool:
    """Tell whether a server could listen on the port now."""
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind((HOST, port))
        except OSError:
            return False
    return True


def is_served(port: int) -> bool:
    """Tell whether a server takes connections on the port."""
    with socket.socket() as client:
        return client.connect_ex((HOST, port)) == 0


def free_port(preferred: str) -> int:
    """Return the port that the text names, or the next one above it that is free."""
    allowed = range(FIRST_OF_ALL, FIRST_OF_CLIENTS)
    if not preferred.isdecimal() or int(preferred) not in allowed:
        raise Refusal(
            f"PORT must be a number from {FIRST_OF_ALL} to {FIRST_OF_CLIENTS - 1}, "
            f"not {preferred!r}."
        )
    for port in range(int(preferred), FIRST_OF_CLIENTS):
        if is_free(port):
            return port
    raise Refusal(f"No port from {preferred} on is free.")
