import type { ApolloDriverConfig } from '@nestjs/apollo';

type Plugin = NonNullable<ApolloDriverConfig['plugins']>[number];

/** Without its log the hub is out of service: monitors, which read the status alone, must see it too (trust.md AUD-2). */
export const auditStatusPlugin: Plugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      const { errors } = response.body.singleResult;
      if (errors?.some(({ extensions }) => extensions?.['code'] === 'AUDIT_UNAVAILABLE')) response.http.status = 503;
    },
  }),
};
