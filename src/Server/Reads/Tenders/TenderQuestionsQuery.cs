using Approvals.Bidding.Handling;
using Approvals.Bidding.Tenders;
using Approvals.Server.Storage;

namespace Approvals.Server.Reads.Tenders;

/// <summary>A question with its answer, if it has one.</summary>
public sealed record QuestionLine(
    long Key,
    DateTimeOffset AskedAt,
    string Question,
    DateTimeOffset? AnsweredAt,
    string? Answer
);

/// <summary>The questions of a tender; those without an answer are the agency's alone, since a question may give its author away.</summary>
public sealed class TenderQuestionsQuery(Platform platform)
{
    public IReadOnlyList<QuestionLine> Of(TenderState tender, bool isForAgency) =>
        platform.Readers.Read(session =>
            tender
                .Questions.Where(each => isForAgency || each.Answer is not null)
                .Select(each => new QuestionLine(
                    each.Key,
                    each.AskedAt,
                    Clarifications.Text(session, each.Document),
                    each.AnsweredAt,
                    each.Answer is { } answer ? Clarifications.Text(session, answer) : null
                ))
                .ToList()
        );
}
