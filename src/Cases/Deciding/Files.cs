using Approvals.Cases.Catalogue;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>What holds for files however they come in.</summary>
internal static class Files
{
    /// <summary>
    /// <c>case.unlisted-material</c> for a material that the item does not ask for (nothing outside the list is asked or
    /// taken), <c>case.empty-file</c> for a file without bytes.
    /// </summary>
    public static Rejection? Check(Item item, IReadOnlyList<MaterialDocument> documents)
    {
        foreach (var document in documents)
        {
            if (item.Materials.All(material => material.Name != document.Material))
            {
                return Rejection.Of("case.unlisted-material", ("material", document.Material));
            }

            if (document.Bytes <= 0)
            {
                return Rejection.Of("case.empty-file", ("file", document.FileName));
            }
        }

        return null;
    }
}
