using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>One attacked file, and the code of the fault it must be refused for.</summary>
/// <param name="Trust">Whom the victim believes; null for the root of the material alone.</param>
public sealed record Attack(string Name, byte[] File, string Code, Trust? Trust = null);

/// <summary>A way to attack signed documents, in as many variants as are worth telling apart.</summary>
public interface IAttackClass
{
    IEnumerable<Attack> Make(AttackMaterial material);
}
