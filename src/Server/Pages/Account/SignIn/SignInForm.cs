using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Approvals.Server.Pages.Account.SignIn;

public sealed class SignInForm
{
    public string? Name { get; set; }

    public string? Password { get; set; }

    public void Check(ModelStateDictionary state, ITexts texts)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            state.AddModelError("Form.Name", texts["account.name-missing"].Plain);
        }

        if (string.IsNullOrEmpty(Password))
        {
            state.AddModelError("Form.Password", texts["account.password-missing"].Plain);
        }
    }
}
