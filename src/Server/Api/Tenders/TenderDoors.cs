using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;

namespace Approvals.Server.Api.Tenders;

/// <summary>Who stands where to a tender, from the groups of a signed-in person.</summary>
internal static class TenderDoors
{
    public static string RoleOf(HolderRole role) =>
        role switch
        {
            HolderRole.Tenderer => Roles.Tenderer,
            HolderRole.Agency => Roles.Agency,
            HolderRole.Supervisor => Roles.BidSupervisor,
            _ => Roles.Notary,
        };

    public static bool IsHolder(Actor actor, TenderState tender, HolderRole role) =>
        tender.UnitOf(role) is { } unit && actor.IsIn($"{RoleOf(role)}@{unit}");

    public static HolderRole? HolderOf(Actor actor, TenderState tender)
    {
        foreach (var role in Enum.GetValues<HolderRole>())
        {
            if (IsHolder(actor, tender, role))
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>Qualification and technical parts: the committee, the agency and the supervisor, once they are open.</summary>
    public static bool MayReadBids(Actor actor, TenderState tender) =>
        tender.ExpertOf(actor.Id) >= 0
        || IsHolder(actor, tender, HolderRole.Agency)
        || IsHolder(actor, tender, HolderRole.Supervisor);
}
