import { UnitLost } from "@/components/units/unit-lost";

export default function NotFound() {
  return <UnitLost />;
}
