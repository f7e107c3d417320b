// Comments on a report: what can be said, and what is read of it.
import { graphql } from './graphql';

export interface Comment {
  id: string;
  answersId: string | null;
  rowKey: string | null;
  field: string | null;
  categoryId: string | null;
  text: string;
  author: string | null;
  createdAt: string;
  resolvedAt: string | null;
}

export const COMMENT = graphql(`mutation AddComment($input: AddReportCommentInput!) { addReportComment(input: $input) { id } }`);
export const ANSWER = graphql(`mutation AnswerComment($input: AnswerReportCommentInput!) { answerReportComment(input: $input) { id } }`);
export const RESOLVE = graphql(`mutation ResolveComment($input: ResolveReportCommentInput!) { resolveReportComment(input: $input) { id } }`);
