namespace Approvals.Server.Components.Light;

/// <summary>正常 circle, 临期 diamond, 超期 triangle, 停表 two bars, 违规／出错／撤销 crossed square.</summary>
public enum LightState
{
    Normal,
    Soon,
    Late,
    Paused,
    Stopped,
}
