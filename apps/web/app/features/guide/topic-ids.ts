/** In the order in which somebody asks. */
export const topicIds = ['what', 'needed', 'which', 'how', 'time', 'cost', 'benefits', 'ladder'] as const;
export type TopicId = (typeof topicIds)[number];

export const isTopic = (id: string): id is TopicId => topicIds.some((known) => known === id);
