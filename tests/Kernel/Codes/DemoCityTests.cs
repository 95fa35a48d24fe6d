using Approvals.Kernel.Codes;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Tests.Calendar;

namespace Approvals.Kernel.Tests.Codes;

public sealed class DemoCityTests
{
    private static readonly CityFile City = CityFile.Load(RepositoryData.Path("demo/city.json"));

    [Fact]
    public void Every_code_of_the_demonstration_city_is_valid()
    {
        var creditCodes = City
            .Units.Select(unit => unit.CreditCode)
            .Concat(City.Applicants.Select(applicant => applicant.Enterprise?.CreditCode).OfType<string>());
        foreach (var code in creditCodes)
        {
            UnifiedCreditCode.TryParse(code, out _, out var fault).ShouldBeTrue($"{code}: {fault}");
        }

        foreach (var applicant in City.Applicants)
        {
            CitizenId.TryParse(applicant.CitizenId, out _, out var fault).ShouldBeTrue($"{applicant.Name}: {fault}");
        }
    }

    [Fact]
    public void Every_post_is_in_a_unit_of_the_tree_and_ids_and_accounts_are_single()
    {
        var tree = OrganisationTree.From(City.Units, out var fault);
        fault.ShouldBeNull();
        City.Staff.SelectMany(staff => staff.Posts).ShouldAllBe(post => tree!.Find(post.Unit) != null);
        var ids = City.Staff.Select(s => s.Id).Concat(City.Applicants.Select(a => a.Id)).ToList();
        ids.ShouldBeUnique();
        City.Staff.Select(s => s.Account).Concat(City.Applicants.Select(a => a.Account)).ToList().ShouldBeUnique();
    }

    [Fact]
    public void The_tree_refuses_doubles_unknown_parents_and_rings()
    {
        var health = City.Units.Single(unit => unit.Code == "health");
        FaultOf(health, health).ShouldBe("organisation.double-unit");
        FaultOf(health with { Parent = "nobody" }).ShouldBe("organisation.unknown-parent");
        FaultOf(health with { Parent = "b" }, health with { Code = "b", Parent = "health" })
            .ShouldBe("organisation.ring");
    }

    [Fact]
    public void Above_lists_the_chain_from_near_to_far()
    {
        var health = City.Units.Single(unit => unit.Code == "health");
        var district = health with { Code = "district", Parent = "health", Level = UnitLevel.District };
        var street = health with { Code = "street", Parent = "district", Level = UnitLevel.Street };
        var tree = OrganisationTree.From([street, district, health], out _)!;
        tree.Above("street").Select(unit => unit.Code).ShouldBe(["district", "health"]);
        tree.ChildrenOf("health").Single().ShouldBe(district);
    }

    private static string? FaultOf(params Unit[] units)
    {
        OrganisationTree.From(units, out var fault);
        return fault?.Code;
    }
}
