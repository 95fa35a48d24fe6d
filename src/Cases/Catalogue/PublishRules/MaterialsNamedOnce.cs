using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>
/// A material is asked for by one name, with its basis, and a conditional one says when: <c>item.unnamed-material</c>,
/// <c>item.double-material</c>, <c>item.material-without-basis</c>, <c>item.material-without-when</c>.
/// </summary>
public sealed class MaterialsNamedOnce : IPublishRule
{
    public IEnumerable<Rejection> Check(Item item)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var material in item.Materials)
        {
            var fault = material switch
            {
                { Name: var name } when string.IsNullOrWhiteSpace(name) => "item.unnamed-material",
                { Name: var name } when !names.Add(name) => "item.double-material",
                { Basis: var basis } when string.IsNullOrWhiteSpace(basis) => "item.material-without-basis",
                { Required: false, When: var when } when string.IsNullOrWhiteSpace(when) =>
                    "item.material-without-when",
                _ => null,
            };
            if (fault is not null)
            {
                yield return Rejection.Of(fault, ("material", material.Name));
            }
        }
    }
}
