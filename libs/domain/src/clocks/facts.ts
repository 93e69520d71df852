import type { AuthorityType } from '../children/codes';
import type { IsoDate } from '../dates/iso-date';
import type { Pause } from '../drift/clocks';

/** A clock that rests for what is so now, whenever it was due. */
export interface Waits {
  readonly since: IsoDate;
  readonly because: string;
}

/** A child on the way to a placement. What is null is not recorded, and brings no clock. */
export interface ChildClockFacts {
  readonly kind: 'CHILD';
  readonly dateOfBirth: IsoDate | null;
  readonly enteredCareOn: IsoDate | null;
  /** The review that made adoption the plan, twin track included. */
  readonly consideredOn: IsoDate | null;
  readonly admDecidedOn: IsoDate | null;
  readonly poAppliedOn: IsoDate | null;
  readonly authorityOn: IsoDate | null;
  readonly authorityType: AuthorityType | null;
  readonly authorityRevokedOn: IsoDate | null;
  /** The region sees the search. */
  readonly widenedOn: IsoDate | null;
  readonly widenWaits: Waits | null;
  /** A panel considered a match. */
  readonly proposedOn: IsoDate | null;
  readonly matchedOn: IsoDate | null;
  /** Of the placement that stands, or of one that disrupted while no search was resumed. */
  readonly placedOn: IsoDate | null;
  /** The decision was reversed, or the child left care or was adopted. */
  readonly endedOn: IsoDate | null;
  /** Of the looked-after child. */
  readonly reviews: readonly IsoDate[];
  /** In placements, whatever became of them. */
  readonly placementReviews: readonly IsoDate[];
  /** In order; the last may go on. */
  readonly placements: readonly { readonly from: IsoDate; readonly to: IsoDate | null }[];
}

export interface Told {
  readonly orallyOn: IsoDate | null;
  readonly inWritingOn: IsoDate | null;
}

/** What a panel heard. */
export interface PanelItemClockFacts {
  readonly kind: 'PANEL_ITEM';
  /** The adopters were given the placement report of a match. */
  readonly reportGivenOn: IsoDate | null;
  readonly viewsGivenOn: IsoDate | null;
  readonly panelOn: IsoDate | null;
  /** The recommendation and the final minutes reached the decision maker. */
  readonly receivedOn: IsoDate | null;
  readonly decidedOn: IsoDate | null;
  /** Null where they are not to be told of it. */
  readonly adopters: Told | null;
  readonly parents: Told | null;
}

/** The days on which a panel met. */
export interface PanelClockFacts {
  readonly kind: 'PANEL';
  readonly metOn: readonly IsoDate[];
  readonly closedOn: IsoDate | null;
}

/** How the child came to live there (Adoption and Children Act 2002, s 42). */
export type Residence = 'AGENCY' | 'FOSTER_CARERS' | 'PARTNER';

/** One child of a placement. */
export interface PlacementClockFacts {
  readonly kind: 'PLACEMENT';
  readonly residence: Residence;
  /** Of a child who lived with the adopters before the placement. */
  readonly livesThereSince: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly disruptedOn: IsoDate | null;
  readonly aoAppliedOn: IsoDate | null;
  readonly adoptedOn: IsoDate | null;
  readonly celebratedOn: IsoDate | null;
  /** `visitDays`: how often the review decided on visits; null where that is not recorded. */
  readonly reviews: readonly { readonly heldOn: IsoDate; readonly visitDays: number | null }[];
  readonly visits: readonly IsoDate[];
  readonly lifeStoryFirstOn: IsoDate | null;
  readonly lifeStoryCompleteOn: IsoDate | null;
  readonly laterLifeLetterOn: IsoDate | null;
}

/** A time in which the assessment rested. */
export interface HouseholdPause extends Pause {
  /** Stage two may last longer in exceptional circumstances or at the adopters' request alone (AAR 30B(2)); stage one for any recorded reason. */
  readonly isTheirs: boolean;
}

/** More time than the rule gives, with the reason that was recorded. */
export interface Extension {
  readonly stage: 'ONE' | 'TWO';
  readonly decidedOn: IsoDate;
  readonly until: IsoDate;
  readonly because: string;
}

export interface HouseholdClockFacts {
  readonly kind: 'HOUSEHOLD';
  readonly enquiryOn: IsoDate | null;
  readonly informedOn: IsoDate | null;
  readonly roiOn: IsoDate | null;
  readonly stage1StartedOn: IsoDate | null;
  readonly stage1EndedOn: IsoDate | null;
  /** The notice to go on was received. */
  readonly stage2StartedOn: IsoDate | null;
  /** Of the place on a panel that they hold, or for which they are planned. */
  readonly provisionalPanelOn: IsoDate | null;
  readonly parGivenOn: IsoDate | null;
  readonly panelOn: IsoDate | null;
  /** The notice that approval is not proposed was sent: the decision maker's determination. */
  readonly determinationOn: IsoDate | null;
  /** Representations, or the application for an independent review. */
  readonly reviewAskedOn: IsoDate | null;
  readonly approvedOn: IsoDate | null;
  readonly matchingPlanOn: IsoDate | null;
  /** They last said that what they offer is still right. */
  readonly offersConfirmedOn: IsoDate | null;
  readonly widenedOn: IsoDate | null;
  readonly widenWaits: Waits | null;
  readonly matchedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly leftOn: IsoDate | null;
  readonly reviews: readonly IsoDate[];
  readonly pauses: readonly HouseholdPause[];
  readonly extensions: readonly Extension[];
}

export type ClockFacts = ChildClockFacts | PanelItemClockFacts | PanelClockFacts | PlacementClockFacts | HouseholdClockFacts;
