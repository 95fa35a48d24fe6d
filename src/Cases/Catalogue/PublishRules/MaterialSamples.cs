using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>
/// Whoever asks for a paper shows a right one: a material without a sample is <c>item.material-without-sample</c>. What is filled in online
/// shows itself.
/// </summary>
public sealed class MaterialSamples : IPublishRule
{
    public IEnumerable<Rejection> Check(Item item) =>
        item
            .Materials.Where(material => !material.FilledOnline && string.IsNullOrWhiteSpace(material.Sample))
            .Select(material => Rejection.Of("item.material-without-sample", ("material", material.Name)));
}
