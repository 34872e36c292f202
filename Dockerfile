# Remit as a service. The store and its snapshots live in /data: mount a volume there.
FROM python:3.11-slim AS build
WORKDIR /src
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.11-slim
COPY requirements.lock /tmp/requirements.lock
COPY --from=build /wheels /tmp/wheels
# Every file must have a hash of the lock: an index that hands out another one is refused.
RUN pip install --no-cache-dir --no-deps --require-hashes -r /tmp/requirements.lock \
    && pip install --no-cache-dir --no-deps --no-index /tmp/wheels/*.whl \
    && pip check \
    && rm -r /tmp/wheels /tmp/requirements.lock \
    && useradd --system --uid 10001 --home-dir /data remit \
    && install -d -o remit -g remit -m 0700 /data /var/cache/remit
USER remit
WORKDIR /data
VOLUME /data
# Compiled kernels are kept between starts; the package's own folder belongs to root.
ENV REMIT_STORE=sqlite:////data/remit.db \
    NUMBA_CACHE_DIR=/var/cache/remit \
    PYTHONUNBUFFERED=1
EXPOSE 8800
# Every request needs the token, this one too.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8800/livez', headers={'Authorization': 'Bearer ' + os.environ.get('REMIT_TOKEN', '')}), timeout=4)"]
# Listening beyond the container needs REMIT_TOKEN: without one it refuses to start.
ENTRYPOINT ["remit"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8800"]
