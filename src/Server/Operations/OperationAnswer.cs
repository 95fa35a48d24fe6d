using System.Text.Json;
using Approvals.Kernel;
using Approvals.Server.Texts;

namespace Approvals.Server.Operations;

/// <summary>What an operation says: its lines, and a sentence when it did not do what was asked.</summary>
public sealed record OperationAnswer(IReadOnlyList<OperationLine> Lines, string? Failure = null)
{
    public static OperationAnswer Of(string sentence, object result) => new([OperationLine.Of(sentence, result)]);

    public static OperationAnswer Failed(string sentence) => new([], sentence);

    public static OperationAnswer Refused(Rejection rejection) => Failed(OperatorTexts.English.Of(rejection).Plain);
}

/// <summary>One line of a result: the sentence, and the same as JSON. Instances and other keys are texts there.</summary>
public sealed record OperationLine(string Sentence, JsonElement Result)
{
    public static OperationLine Of(string sentence, object result) =>
        new(sentence, JsonSerializer.SerializeToElement(result, result.GetType(), OperationJson.Options));
}
