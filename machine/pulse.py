"""Tells a container's keeper whether the web server answers."""

import http.client
import os
import sys

ANSWERED_BY_A_FAULT = 500


def answers(port: int = 8000) -> bool:
    """Ask for the Japanese home page as the proxy in front of the portal would."""
    host = os.environ["ALLOWED_HOSTS"].partition(",")[0]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request(
            "GET", "/ja/", headers={"Host": host, "X-Forwarded-Proto": "https"}
        )
        return connection.getresponse().status < ANSWERED_BY_A_FAULT
    except OSError:
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(0 if answers() else 1)
