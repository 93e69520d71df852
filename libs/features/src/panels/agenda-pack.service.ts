import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { dayWords } from '@hub/domain/dates/words';
import type { ShownRow } from '@hub/domain/disclosure/shown-rows';
import { notFound } from '@hub/domain/errors';
import { ITEM_KINDS, ITEM_STATUSES } from '@hub/domain/panels/items';
import { MEMBER_ROLES } from '@hub/domain/panels/quorum';
import { aboutPair } from '../audit/about-pair';
import { PackPrinter, type PackFile } from '../packs/pack-printer';
import type { PanelItemSummary, PanelView } from './panel-view';
import { PanelsService } from './panels.service';

const NOTE = 'The agenda of the panel as your agency may see it now: places, references and who is expected. Reports, names and reasons are not part of it. What counts is the page in the hub, not this file.';

/** A panel's agenda on paper. */
@Injectable()
export class AgendaPack {
  constructor(@Inject(PackPrinter) private readonly packs: PackPrinter, @Inject(PanelsService) private readonly panels: PanelsService) {}

  pdf(actor: Actor, reference: string): Promise<PackFile> {
    return this.packs.print(actor, {
      name: `panel-${reference}`, view: 'panels.read', leave: 'panels.export',
      read: async (tx) => {
        const panel = await this.panels.panelIn(tx, actor, reference);
        if (!panel) throw notFound('panel', reference);
        return panel;
      },
      told: (_, panel) => Promise.resolve({
        about: panel.items.flatMap(aboutPair),
        fields: fieldNames(panel), count: panel.items.length,
      }),
      pack: (panel) => ({ title: `Panel agenda: ${reference}`, note: NOTE, sections: [
        { heading: 'The panel', text: null, rows: panelRows(panel) },
        { heading: 'Agenda', text: null, rows: panel.places.map(({ slot, time, status }) => ({ label: time, value: itemWords(panel.items.find((item) => item.slot === slot), status !== 'FREE') })) },
        { heading: 'Expected', text: panel.seats.length === 0 ? 'Nobody is named yet.' : null, rows: panel.seats.map(({ displayName, role, isIndependent }) => ({ label: displayName, value: `${MEMBER_ROLES[role]}${isIndependent ? ', independent' : ''}` })) },
      ] }),
    });
  }
}

const panelRows = ({ agency, parts, meetsOn, startsAt, place, papersDueOn, status }: PanelView): ShownRow[] => [
  { label: 'Panel of', value: [agency.name, ...parts.map(({ name }) => name)].join(', ') }, { label: 'Meets', value: `${dayWords(meetsOn)}, ${startsAt}` }, { label: 'Place', value: place || null },
  { label: 'Papers due', value: dayWords(papersDueOn) }, ...(status === 'CANCELLED' ? [{ label: 'Cancelled', value: 'This panel does not meet' }] : []),
];

const itemWords = (item: PanelItemSummary | undefined, isTaken: boolean): string => {
  if (!item) return isTaken ? 'Taken by another agency' : 'Free';
  const { kind, unitReference, householdReference, agency, status } = item;
  return `${ITEM_KINDS[kind]}: ${unitReference === null ? householdReference : `${unitReference} with ${householdReference}`} (${agency.name}). ${ITEM_STATUSES[status]}.`;
};
