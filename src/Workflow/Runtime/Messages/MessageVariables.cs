using System.Buffers;
using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Runtime.Messages;

/// <summary>The variables of messages and signals as one FEEL context in binary form.</summary>
internal static class MessageVariables
{
    public static byte[] Write(ImmutableArray<Variable> variables)
    {
        var context = FeelContext.Empty;
        foreach (var variable in variables)
        {
            context = context.With(variable.Name, variable.Value);
        }

        var bytes = new ArrayBufferWriter<byte>();
        FeelBinary.Write(bytes, FeelValue.From(context));
        return bytes.WrittenSpan.ToArray();
    }

    public static ImmutableArray<Variable> Read(ReadOnlySpan<byte> bytes) =>
        [.. FeelBinary.Read(ref bytes).AsContext().Select(entry => new Variable(entry.Key, entry.Value))];
}
