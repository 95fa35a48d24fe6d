using Approvals.Kernel;
using Approvals.Kernel.Codes;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>
/// 12, 31 and 33 characters, each code the head of the next, the unit's credit code valid: <c>item.malformed-code</c> with
/// <c>field</c> and <c>code</c>. Case numbers are built on the implementation code.
/// </summary>
public sealed class CodesWellFormed : IPublishRule
{
    public IEnumerable<Rejection> Check(Item item)
    {
        if (item.BasicCode.Length != 12 || !item.BasicCode.All(char.IsAsciiLetterOrDigit))
        {
            yield return Malformed("basicCode", item.BasicCode);
        }

        if (
            item.ImplementationCode.Length != 31
            || !item.ImplementationCode.EndsWith(item.BasicCode, StringComparison.Ordinal)
            || !UnifiedCreditCode.TryParse(item.ImplementationCode[..18], out _, out _)
        )
        {
            yield return Malformed("implementationCode", item.ImplementationCode);
        }

        if (
            item.BusinessItemCode.Length != 33
            || !item.BusinessItemCode.StartsWith(item.ImplementationCode, StringComparison.Ordinal)
        )
        {
            yield return Malformed("businessItemCode", item.BusinessItemCode);
        }
    }

    private static Rejection Malformed(string field, string code) =>
        Rejection.Of("item.malformed-code", ("field", field), ("code", code));
}
