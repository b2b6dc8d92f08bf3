# Byname in a container. There is nothing to build: Node runs the TypeScript as it is.
#   docker build -t byname .
#   docker run -d --restart unless-stopped --env-file .env -v byname:/app/data byname
FROM node:26.10.0-slim

# Linux does not let the first process of a container kill itself, not even when its event loop stands still. So Byname
# is the second, and tini the first: it passes on signals and exit codes.
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["/usr/bin/tini", "--"]

ENV NODE_ENV=production \
    HEALTH_PORT_WHEN_BLANK=0.0.0.0:9464
WORKDIR /app

# No package needs its install scripts. Of the optional ones, what draws pictures is needed; the image brings its own Node.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force && \
    rm -rf node_modules/node-linux-* node_modules/.bin/node

COPY src ./src
COPY commands ./commands

# Only the database is written, and only here: sqlite:./data/byname.db, unless DATABASE_URL names another.
RUN mkdir data node_modules/.cache && chown node:node data node_modules/.cache && chmod 700 data
VOLUME /app/data
USER node

# Loads all of Byname and runs nothing; then, without settings, says what is missing and ends with 2. What Node has compiled
# for both stays in the image, so that no container has to do it at its start.
RUN node --max-semi-space-size=8 --import ./src/compile-cache.js src/run.ts
RUN node --max-semi-space-size=8 --import ./src/compile-cache.js src/main.ts 2> /dev/null || test $? = 2

EXPOSE 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
  CMD ["node", "src/check-health.ts"]
CMD ["node", "--max-semi-space-size=8", "--import", "./src/compile-cache.js", "src/main.ts"]
