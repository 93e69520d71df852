import { createContext } from 'react';

/** Whether what is shown stands in a page that has its heading: there is one of the first level, and one frame. */
export const InPage = createContext(false);
