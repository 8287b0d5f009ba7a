from io import BytesIO, StringIO
from wsgiref.handlers import SimpleHandler
from wsgiref.util import setup_testing_defaults

import pytest

from iclei_portal.wsgi import application


@pytest.mark.django_db
def test_web_server_gets_the_way_to_the_first_language() -> None:
    said = BytesIO()
    environment = {"HTTP_HOST": "localhost", "HTTP_X_FORWARDED_PROTO": "https"}
    setup_testing_defaults(environment)

    SimpleHandler(BytesIO(), said, StringIO(), environment).run(application)

    lines = said.getvalue().decode().splitlines()
    assert lines[0] == "HTTP/1.0 302 Found"
    assert "Location: /ja/" in lines
