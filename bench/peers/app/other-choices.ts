export const OTHER_CHOICES = ["Not applicable", "Don't know"];
