import { Heading } from '../../app/page';
import { PageBody } from '../../components/page-body';

export default function Accessibility() {
  return (
    <PageBody narrow>
      <Heading title="Accessibility statement" />
      <p className="govuk-body">The Adoption hub is meant to be usable by every member of staff. It is built to the Web Content Accessibility Guidelines 2.2 at level AA.</p>
      <h2 className="govuk-heading-m">What you can do</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>use every page with the keyboard alone, in a sensible order, with a visible focus</li>
        <li>zoom to 400% or use a screen 320 pixels wide without scrolling sideways</li>
        <li>double the size of the text</li>
        <li>use your own colours, or forced colours, and less motion</li>
        <li>read every drawing as words or as a table too</li>
        <li>keep your session when the hub is about to sign you out</li>
        <li>switch off the single-key shortcuts on the help page</li>
      </ul>
      <h2 className="govuk-heading-m">How it was tested</h2>
      <p className="govuk-body">Every page is checked by axe in a real browser each time the hub is changed, and the main job is done by keyboard alone. It has not yet been audited by an independent body, nor tested with people who use assistive technology every day.</p>
      <h2 className="govuk-heading-m">What is not accessible yet</h2>
      <p className="govuk-body">We know of no failure of the guidelines. The journey’s drawing is shown on wide screens only; its table says the same on all.</p>
      <h2 className="govuk-heading-m">Tell us</h2>
      <p className="govuk-body">If something is hard to use, tell your agency’s administrator, who passes it on. If you are not happy with the answer, the Equality Advisory and Support Service can help.</p>
    </PageBody>
  );
}
