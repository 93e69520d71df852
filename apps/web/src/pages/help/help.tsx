import { Heading } from '../../app/page';
import { setShortcuts, ShortcutList, useShortcutsOn } from '../../app/shortcuts';
import { PageBody } from '../../components/page-body';

const QUESTIONS = [
  ['What do the bands A to D mean?', 'They sort families by rank: A from 85 points, B from 70, C from 50, D below. One stretch on an essential need gives at best B, two or more at best C. A band orders your reading; it decides nothing.'],
  ['What do the dot and the bar mean?', 'The dot is the rank with what is known today. The bar shows how far it could fall or rise once everything that is not recorded were known. A short bar means that little is missing.'],
  ['Why is a family not on the list?', 'A hard rule stands against it, such as no room, an area to avoid, or an age far outside the approval. “Why is a family not here?” names the rules. People can still decide otherwise.'],
  ['What do stages S0, S1 and S2 mean?', 'S0 is the card: bands and levels, no text. S1 is the profile: a text that two people of the owning agency released until a date. S2 is granted to one agency or person: first names, exact ages, a summary, and photos where two people decided on them.'],
  ['Why is a photo not there any more?', 'Its agency withdrew or replaced it, the grant ended, or the family no longer agrees to it. It is never part of a printed page or a PDF of another agency’s record.'],
  ['How does a matching meeting work here?', 'The hub calls it and invites agencies; each names its own people. The programme proposes children and families for the agenda, and people change it as they like. During the meeting the chair and whoever takes the minutes record outcomes, and everybody’s page shows them within two seconds. You see an item as far as its card is shown to your agency.'],
  ['What if the network fails during a meeting?', 'Go on recording, and keep the page open: it says how many changes wait, and sends them once the network is back, each once. If somebody else decided the same meanwhile you see both versions and choose.'],
  ['How does a match come to a panel and to its decision?', 'The child’s agency takes a place on a panel of its own, or on a joint one. The panel’s adviser confirms it, records who came and what the panel recommends, and when the minutes are final. The agency decision maker, who did not sit there, decides within seven working days. Parents and adopters are told within two working days, and in writing within five. A match that is approved ends the other links of both.'],
  ['Why can I not record the placement on the child’s page?', 'Once a match is approved, the two agencies follow it under Placements: the plan, introductions, moving in, visits, reviews, the order or a disruption. What is recorded there goes into the child’s and the family’s records by itself.'],
  ['How do reports reach the other agency?', 'Add them under Documents on the page of the child, of the family or of a link; each is kept in versions. Your agency alone sees them until you give a version to the named worker of the other agency on a link. A manager or the panel adviser of your agency, who did not write it, accepts it or asks for changes. What the match still lacks before its panel stands under “Readiness for panel” on the link and on the panel’s item.'],
  ['Where do enquiries, assessments and courses stand?', 'Under Recruitment. An enquiry goes to the agency that answers in its district, and is to be answered within five working days. Taking it up makes it a household, whose steps, pauses and extensions are recorded on its assessment. Courses are open to every agency of the region; whoever waits longest gets a place that becomes free.'],
  ['What is a clock, and why does one rest?', 'A day by which law, a standard or good practice asks for something, reckoned from what is recorded. Nobody sets it by hand: record what happened, and it stops. It rests while its reason lasts, such as a search that is paused. Clocks lists what is due for you and your agency.'],
  ['When does a fee fall due, and who records it?', 'When children move in with another agency’s adopters and a fee is due between the two, and then in the parts that the rate names. The adopters’ agency records the invoice, the child’s agency the payment, both under Fees. Both see the same sums, and the statement of a quarter adds them up.'],
  ['Why does the hub not know the rate of a fee?', 'Of some years, and of brothers and sisters, no exact figure is published, and the hub guesses none. Whoever has the circular enters the rate with its source under Fees, Fee table. The fee then takes it at once; what is fixed already stays as it is.'],
  ['What does “not recorded” mean?', 'Nobody entered it. It never counts as none and never as good or bad: it widens the bar.'],
  ['Who sees what I do?', 'Each look at a record and each change is logged for the agency that owns it.'],
] as const;

export default function Help() {
  const on = useShortcutsOn();
  return (
    <PageBody narrow>
      <Heading title="Help" />
      {QUESTIONS.map(([question, answer]) => (
        <section key={question}>
          <h2 className="govuk-heading-s">{question}</h2>
          <p className="govuk-body">{answer}</p>
        </section>
      ))}
      <section>
        <h2 className="govuk-heading-m">Keyboard shortcuts</h2>
        <ShortcutList />
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input className="govuk-checkboxes__input" type="checkbox" id="shortcuts" checked={on} onChange={(event) => setShortcuts(event.target.checked)} />
            <label className="govuk-label govuk-checkboxes__label" htmlFor="shortcuts">Use the shortcuts in this tab</label>
          </div>
        </div>
      </section>
      <section>
        <h2 className="govuk-heading-m">If something does not work</h2>
        <p className="govuk-body">Ask your agency’s administrator first: they add users, change roles and send new invitations. They reach the hub’s administrator.</p>
      </section>
    </PageBody>
  );
}
