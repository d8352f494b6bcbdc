import aura from './index.js';

export const { AuraError, Call, Session } = aura;
export default aura;
