const lib = (name) => `^libs/${name}/`;
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-circular', 'A cycle means that a wall stands in the wrong place.', {}, { circular: true }),
    rule('domain-is-pure', 'libs/domain imports nothing but itself.', { path: lib('domain'), pathNot: 'spec\\.ts$' }, { pathNot: lib('domain') }),
    rule('platform-knows-nothing-of-ours', 'platform is below everything.', { path: lib('platform') }, { path: '^(apps|libs/(?!platform))' }),
    rule('database-reads-down', 'database <- domain, platform.', { path: lib('database') }, { path: '^(apps/|libs/(queue|features)/)' }),
    rule('queue-reads-down', 'queue <- database, platform.', { path: lib('queue') }, { path: '^(apps/|libs/features/)' }),
    rule('features-read-down', 'features never import apps.', { path: lib('features') }, { path: '^apps/' }),
    rule('apps-apart', 'Applications do not import each other.', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    rule('composition-root-only', 'Edges reach database and queue through features; only composition roots wire them.',
      { path: '^apps/(api|worker)/', pathNot: '(\\.module\\.ts|main\\.ts|job-host\\.ts|outbox-relay\\.ts|schedules\\.ts|spec\\.ts)$' },
      { path: '^libs/(database|queue)/', pathNot: '^libs/queue/src/jobs\\.ts$' }),
    rule('typeorm-inside', 'typeorm only in libs/database and *.queries.ts.',
      { path: '^(apps|libs)/', pathNot: '(^libs/database/|\\.queries\\.ts$|spec\\.ts$)' }, { path: 'node_modules/(typeorm|@nestjs/typeorm)/' }),
    rule('bullmq-inside', 'bullmq and ioredis only in libs/queue and apps/worker.',
      { path: '^(apps|libs)/', pathNot: '(^libs/queue/|^apps/worker/|^apps/[^/]+/src/[^/]+\\.module\\.ts$|spec\\.ts$)' }, { path: 'node_modules/(bullmq|ioredis|@nestjs/bullmq)/' }),
    rule('solver-inside', 'One file knows the solver; what it solves stands in libs/domain.',
      { path: '^(apps|libs)/', pathNot: '^libs/features/src/matching/agenda-solver\\.ts$' }, { path: 'node_modules/highs/' }),
    rule('mailer-inside', 'One file speaks to the mail server.',
      { path: '^(apps|libs)/', pathNot: '^libs/platform/src/mail/mail-server\\.ts$' }, { path: 'node_modules/nodemailer/' }),
    rule('graphql-inside', 'GraphQL belongs to the API.', { path: '^(libs|apps/(worker|cli))/' }, { path: 'node_modules/(@nestjs/graphql|@nestjs/apollo|graphql|dataloader)/' }),
    rule('features-meet-in-queries', "A feature may use another's queries, never its service.",
      { path: '^libs/features/src/([^/]+)/', pathNot: 'spec\\.ts$' },
      { path: '^libs/features/src/[^/]+/.+\\.service\\.ts$', pathNot: '^libs/features/src/$1/' }),
    rule('money-touches-no-score', 'Nothing that ranks, searches or links knows what a placement costs.',
      { path: '^(apps/api|apps/worker|libs/[^/]+)/src/(matching|search|links|meetings|drift)/' }, { path: '^(apps/[^/]+|libs/[^/]+)/src/fees/' }),
    rule('web-on-contract', 'The web app depends on the schema and the pure library.', { path: '^apps/web/' }, { path: '^(apps/(?!web)|libs/(?!domain))' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|apps/web/src/gql' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
