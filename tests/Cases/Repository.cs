using Approvals.Cases.Catalogue;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;

namespace Approvals.Cases.Tests;

/// <summary>The repository's own files.</summary>
internal static class Repository
{
    public static readonly IReadOnlyList<ItemVersion> Catalogue = CatalogueCodec.Load(
        PathOf("data/catalogue/items.json")
    );
    public static readonly CityFile City = CityFile.Load(PathOf("data/demo/city.json"));
    public static readonly WorkingCalendar Calendar = HolidayFiles.Load(PathOf("data/holidays"));
    public static readonly ItemVersion Hygiene = Catalogue.Single(version => version.Item.Code == "QY010");
    public static readonly Unit Health = City.Units.Single(unit => unit.Code == "health");

    public static string PathOf(string relative) => Path.Combine(Root(), relative);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Approvals.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Approvals.sln above the tests.");
        }

        return folder.FullName;
    }
}
