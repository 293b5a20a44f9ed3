import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { SUCCESS_STORIES, type SuccessStory } from "@/lib/framework/success-stories";

export function SuccessStories() {
  return (
    <>
      <p className="max-w-prose">
        The method was published with three stories. They show what each approach looks like. Their figures
        are the publisher's: nothing here measured them, and no result of yours is set against them.
      </p>
      <ul className="grid gap-4 lg:grid-cols-3">
        {SUCCESS_STORIES.map((story) => (
          <li key={story.key} className="flex">
            <Story story={story} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Story({ story }: { story: SuccessStory }) {
  return (
    <Panel className="flex flex-1 flex-col items-start gap-3">
      <Badge>Published illustration</Badge>
      <h3 className="text-lg font-semibold">{story.title}</h3>
      <p>{story.challenge}</p>
      <p className="text-muted">{story.practice}</p>
      <ul className="list-disc pl-5">
        {story.results.map((result) => (
          <li key={result}>{result}</li>
        ))}
      </ul>
    </Panel>
  );
}
