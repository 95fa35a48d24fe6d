using System.Globalization;
using Approvals.Workflow.Runtime.Migration;

namespace Approvals.Server.Operations;

/// <summary>A preflight in lines: where the instances stand, what keeps some of them, how many can move.</summary>
internal static class MigrationReport
{
    public static OperationAnswer Of(MigrationOrder order, MigrationPreflight preflight) =>
        new([
            .. preflight.Standing.Select(each =>
                OperationLine.Of(
                    $"v{each.Version} '{each.Element}': {each.Count}",
                    new
                    {
                        standing = new
                        {
                            version = each.Version,
                            element = each.Element,
                            count = each.Count,
                        },
                    }
                )
            ),
            .. preflight.Hindrances.Select(Line),
            OperationLine.Of(
                $"{preflight.Movable.Length} of {preflight.Total} instances of '{order.Process}' can move. Nothing has been changed.",
                new
                {
                    process = order.Process,
                    dryRun = true,
                    total = preflight.Total,
                    movable = preflight.Movable.Length,
                }
            ),
        ]);

    private static OperationLine Line(Hindrance hindrance)
    {
        var instances = hindrance.Instances.Select(key => key.ToString(CultureInfo.InvariantCulture)).ToList();
        var more = hindrance.Count > instances.Count ? ", …" : "";
        return OperationLine.Of(
            $"{hindrance.Count} can't: {hindrance.Message} ({string.Join(", ", instances)}{more})",
            new
            {
                hindrance = new
                {
                    code = hindrance.Code,
                    element = hindrance.Element,
                    message = hindrance.Message,
                    count = hindrance.Count,
                    instances,
                },
            }
        );
    }
}
