import 'govuk-frontend/dist/govuk/govuk-frontend.min.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/parts.css';
import './styles/matching.css';
import './styles/meetings.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/app';
import { SessionProvider } from './app/session';

const place = document.getElementById('app');
if (!place) throw new Error('The page has no place for the application.');

createRoot(place).render(
  <StrictMode>
    <BrowserRouter>
      <SessionProvider>
        <App />
      </SessionProvider>
    </BrowserRouter>
  </StrictMode>,
);
