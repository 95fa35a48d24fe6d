using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Server.Reads.Operate;

/// <param name="Chosen">Where its tokens are to go; null while nobody has said.</param>
/// <param name="Targets">Elements of the same kind in the new version.</param>
public sealed record MissingElement(
    string Id,
    string Name,
    string? Chosen,
    IReadOnlyList<(string Id, string Name)> Targets
);

/// <summary>Elements that instances stand at and that a new version has not, with what they could become there.</summary>
internal static class MissingElements
{
    /// <param name="standing">Elements of older versions that instances stand at.</param>
    /// <param name="map">Old ids to new ones as somebody chose them; null: what is likely is chosen.</param>
    public static IReadOnlyList<MissingElement> Of(
        IEnumerable<Element> standing,
        ProcessDefinition target,
        IReadOnlyDictionary<string, string>? map
    ) =>
        [
            .. standing
                .Where(element => target.FindElement(element.Id) is null)
                .DistinctBy(element => element.Id)
                .Select(element =>
                {
                    var targets = target
                        .Elements.Where(each => each.Kind == element.Kind)
                        .Select(each => (each.Id, each.Name ?? each.Id))
                        .ToList();
                    var chosen = map is null ? Likely(element, targets) : map.GetValueOrDefault(element.Id);
                    return new MissingElement(element.Id, element.Name ?? element.Id, chosen, targets);
                }),
        ];

    /// <summary>The one of the same name, when there is only one; nothing is guessed from anything less.</summary>
    private static string? Likely(Element element, List<(string Id, string Name)> targets) =>
        element.Name is { Length: > 0 } name && targets.Where(each => each.Name == name).ToList() is [var (id, _)]
            ? id
            : null;
}
