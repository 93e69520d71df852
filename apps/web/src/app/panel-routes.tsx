import { lazy } from 'react';
import { Route } from 'react-router';

const Panels = lazy(() => import('../pages/panels/panels'));
const PanelPage = lazy(() => import('../pages/panels/panel'));
const PanelNew = lazy(() => import('../pages/panels/panel-form').then(({ PanelNew: page }) => ({ default: page })));
const PanelChange = lazy(() => import('../pages/panels/panel-form').then(({ PanelChange: page }) => ({ default: page })));
const PanelCancel = lazy(() => import('../pages/panels/panel-form').then(({ PanelCancel: page }) => ({ default: page })));
const PanelMembers = lazy(() => import('../pages/panels/members'));
const PanelMemberForm = lazy(() => import('../pages/panels/members').then(({ PanelMemberForm: page }) => ({ default: page })));
const PanelItem = lazy(() => import('../pages/panels/item'));
const BookLink = lazy(() => import('../pages/panels/book').then(({ BookLink: page }) => ({ default: page })));
const BookFamily = lazy(() => import('../pages/panels/book').then(({ BookFamily: page }) => ({ default: page })));
const MoveItem = lazy(() => import('../pages/panels/book').then(({ MoveItem: page }) => ({ default: page })));

/** Panels, what they consider, and the decisions on it. */
export const PANEL_ROUTES = (
  <>
    <Route path="/panels" element={<Panels />} />
    <Route path="/panels/new" element={<PanelNew />} />
    <Route path="/panels/members" element={<PanelMembers />} />
    <Route path="/panels/members/new" element={<PanelMemberForm key="new" />} />
    <Route path="/panels/members/:member" element={<PanelMemberForm />} />
    <Route path="/panels/items/:item" element={<PanelItem />} />
    <Route path="/panels/items/:item/move" element={<MoveItem />} />
    <Route path="/panels/:panel" element={<PanelPage />} />
    <Route path="/panels/:panel/change" element={<PanelChange />} />
    <Route path="/panels/:panel/cancel" element={<PanelCancel />} />
    <Route path="/links/:link/panel" element={<BookLink />} />
    <Route path="/families/:family/panel" element={<BookFamily />} />
  </>
);
