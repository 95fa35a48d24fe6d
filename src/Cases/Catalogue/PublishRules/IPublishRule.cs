using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>One thing that an item must satisfy before applicants may see it; every finding is a rejection of its own.</summary>
public interface IPublishRule
{
    IEnumerable<Rejection> Check(Item item);
}
