using System.Text;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Bidding.Handling;

/// <summary>提问与答复 as turns. The texts are documents beside the journal.</summary>
public sealed class Clarifications(TenderStore tenders)
{
    /// <summary>Characters of a question or an answer.</summary>
    public const int LongestText = 2000;

    public TurnAnswer Ask(TurnScope scope, long key, string? text) =>
        Kept(scope, "question.txt", text) is { } document
            ? Done(tenders.Execute(scope, key, new AskQuestion(scope.NewKey(), document)).Rejection)
            : Rejection.Of("tender.question-text", ("most", LongestText.ToString()));

    public TurnAnswer Answer(TurnScope scope, long key, long question, string? text, bool isHarmless) =>
        Kept(scope, "answer.txt", text) is { } document
            ? Done(tenders.Execute(scope, key, new AnswerQuestion(question, document, isHarmless)).Rejection)
            : Rejection.Of("tender.question-text", ("most", LongestText.ToString()));

    public static string Text(SqlSession session, long document) =>
        Encoding.UTF8.GetString(InlineDocuments.Read(session, document));

    private static long? Kept(TurnScope scope, string name, string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestText } said
            ? scope.AddDocument(name, "text/plain", Encoding.UTF8.GetBytes(said)).Id
            : null;

    private static TurnAnswer Done(Rejection? rejection) => rejection is null ? TurnAnswer.Done() : rejection;
}
