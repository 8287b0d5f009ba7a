# build    locked packages in /venv, compiled catalogues
#   ↓
# portal   the same without compilers and installers, for web, worker and beat
FROM python:3.11-slim-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends gettext
WORKDIR /portal
COPY requirements requirements
RUN python -m venv /venv \
    && python -m pip install --no-cache-dir --require-hashes -r requirements/uv.txt \
    && uv pip sync --no-cache --require-hashes --python /venv/bin/python requirements/base.txt
COPY . .
RUN python -c "from machine import catalogue; catalogue.compile_all()"

FROM python:3.11-slim-bookworm AS portal
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 1000 --create-home portal \
    && install --directory --owner=portal /data
COPY --from=build /venv /venv
COPY --from=build /portal /portal
ENV PATH=/venv/bin:$PATH LC_ALL=C.UTF-8 PYTHONUNBUFFERED=1 DATA_DIR=/data
WORKDIR /portal
USER portal
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
    CMD ["python", "-m", "machine.pulse"]
CMD ["gunicorn", "iclei_portal.wsgi", "--worker-class=gthread", "--workers=2", "--threads=4", "--graceful-timeout=3", "--no-control-socket", "--bind=0.0.0.0:8000"]
