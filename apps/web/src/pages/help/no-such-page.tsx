import { ProblemPage } from '../../components/await';
import { problem } from '../../app/problems';

export default function NoSuchPage() {
  return <ProblemPage problem={{ ...problem('NOT_FOUND'), title: 'There is no such page', advice: 'Check the address, or choose from the navigation above.' }} />;
}
